SELECT campaign_id, amount FROM web.budgets
