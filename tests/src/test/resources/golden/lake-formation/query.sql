SELECT person, salary FROM web.payroll
