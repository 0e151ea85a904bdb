SELECT "grids"."grid_id", "grids"."cells"
FROM "web"."grids" AS "grids"
