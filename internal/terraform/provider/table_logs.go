package provider

// logs are the defaults of CloudTrail.
var logs = []entry{
	{"aws_cloudtrail", "enable_log_file_validation", no, page("cloudtrail")},
	{"aws_cloudtrail", "enable_logging", yes, page("cloudtrail")},
	{"aws_cloudtrail", "event_selector.include_management_events", yes, page("cloudtrail")},
	{"aws_cloudtrail", "event_selector.read_write_type", word("All"), page("cloudtrail")},
	{"aws_cloudtrail", "include_global_service_events", yes, page("cloudtrail")},
	{"aws_cloudtrail", "is_multi_region_trail", no, page("cloudtrail")},
	{"aws_cloudtrail", "is_organization_trail", no, page("cloudtrail")},

	{"aws_cloudtrail_event_data_store", "multi_region_enabled", yes, page("cloudtrail_event_data_store")},
	{"aws_cloudtrail_event_data_store", "organization_enabled", no, page("cloudtrail_event_data_store")},
	{"aws_cloudtrail_event_data_store", "retention_period", number(2555), page("cloudtrail_event_data_store")},
	{"aws_cloudtrail_event_data_store", "termination_protection_enabled", yes, page("cloudtrail_event_data_store")},
}
