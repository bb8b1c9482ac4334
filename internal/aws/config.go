package aws

func configParts() []part { return nil }
