refused: NESTED_IN_ICEBERG at line 1, column 31: Table web.orders: Redshift types them as SUPER, which is navigated otherwise; Sluice has no rewrite for it yet (lines)
