SELECT id FROM raw.manifests
