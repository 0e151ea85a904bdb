SELECT device.os, device.geo.city AS town FROM web.clicks WHERE device.geo.lat > 47.5
