package provider

import "github.com/zclconf/go-cty/cty"

// monitoring are the defaults of CloudWatch, EventBridge and the services that watch an account.
var monitoring = []entry{
	{"aws_cloudwatch_composite_alarm", "actions_enabled", yes, page("cloudwatch_composite_alarm")},
	{"aws_cloudwatch_log_group", "log_group_class", word("STANDARD"), page("cloudwatch_log_group")},
	{"aws_cloudwatch_log_group", "retention_in_days", logRetention, page("cloudwatch_log_group")},
	{"aws_cloudwatch_metric_alarm", "actions_enabled", yes, page("cloudwatch_metric_alarm")},
	{"aws_config_configuration_recorder", "recording_group.all_supported", yes, page("config_configuration_recorder")},
	{"aws_guardduty_detector", "enable", yes, page("guardduty_detector")},
	{"aws_macie2_account", "status", word("ENABLED"), page("macie2_account")},
	{"aws_securityhub_account", "enable_default_standards", yes, page("securityhub_account")},
}

// logRetention is for ever, but in the class DELIVERY, where it is two days whatever is
// written: such a group only passes its events on.
var logRetention = fallback{
	needs: []string{"log_group_class"},
	value: func(s siblings, _ Version) cty.Value {
		class := s("log_group_class")
		if _, ok := text(class); !ok && !absent(class) {
			return unknownLike(cty.Number, class)
		}
		if delivers(s) {
			return cty.NumberIntVal(2)
		}
		return cty.NumberIntVal(0)
	},
	ignores: delivers,
}

func delivers(s siblings) bool {
	class, _ := text(s("log_group_class"))
	return class == "DELIVERY"
}
