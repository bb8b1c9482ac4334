package aws

func backupParts() []part { return nil }
