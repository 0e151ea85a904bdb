SELECT c.device.geo AS geo FROM web.clicks c
