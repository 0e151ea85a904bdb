SELECT device FROM web.clicks WHERE device.os = 'ios'
