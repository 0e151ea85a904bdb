SELECT grid_id, cells FROM web.grids
