package aws

func bedrockagentParts() []part { return nil }
