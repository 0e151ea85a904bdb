SELECT "grids"."grid_id", JSON_FORMAT(CAST("grids"."cells" AS JSON)) AS "cells"
FROM "web"."grids" AS "grids"
