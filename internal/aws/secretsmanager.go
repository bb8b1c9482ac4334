package aws

func secretsmanagerParts() []part { return nil }
