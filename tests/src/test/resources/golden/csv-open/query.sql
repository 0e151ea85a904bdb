SELECT campaign_id, CAST(budget AS decimal(12, 2)) AS budget FROM web.campaigns
