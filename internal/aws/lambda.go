package aws

func lambdaParts() []part { return nil }
