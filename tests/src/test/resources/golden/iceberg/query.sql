SELECT order_id, total FROM web.orders WHERE customer = 'c1'
