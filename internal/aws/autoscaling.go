package aws

func autoscalingParts() []part { return nil }
