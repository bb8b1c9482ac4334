package aws

func cloudtrailParts() []part { return nil }
