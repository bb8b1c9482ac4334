package aws

func rdsParts() []part { return nil }
