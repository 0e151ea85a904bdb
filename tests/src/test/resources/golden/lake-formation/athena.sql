SELECT "payroll"."person", "payroll"."salary"
FROM "web"."payroll" AS "payroll"
