package aws

func elbv2Parts() []part { return nil }
