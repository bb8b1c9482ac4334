package hipaactl.lib.data_events_test

import data.hipaactl.lib.data_events

objects := "AWS::S3::Object"

recorded(trails) if data_events.recorded(objects) with input._.recorders as trails

perhaps(trails) if data_events.perhaps_recorded(objects) with input._.recorders as trails

basic(kind, values) := {"enable_logging": true, "event_selector": [selector]} if {
	selector := {"read_write_type": kind, "data_resource": [{"type": objects, "values": values}]}
}

advanced(conditions) := {"enable_logging": true, "advanced_event_selector": [{"field_selector": array.concat(every_object, conditions)}]} if {
	every_object := [{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": [objects]}]
}

arn(operator, values) := advanced([{"field": "resources.ARN", operator: values}])

test_basic if {
	recorded([basic("All", ["arn:aws:s3"])])
	recorded([basic("All", ["arn:aws:s3:::"])])
	recorded([basic("All", ["arn:ref:partition.name:s3"])])
	recorded([basic("All", ["arn:aws:s3:::other/", "ref:self.arn/"])])
	not recorded([basic("All", ["ref:self.arn/private/"])])
	not recorded([basic("All", ["arn:aws:s3:::other/", "ref:aws_s3_bucket.arn/"])])
	not recorded([basic("All", [null])])
}

test_reads_and_writes if {
	not recorded([basic("ReadOnly", ["arn:aws:s3"])])
	not recorded([basic("WriteOnly", ["arn:aws:s3"])])
	recorded([basic("ReadOnly", ["arn:aws:s3"]), basic("WriteOnly", ["arn:aws:s3"])])
}

test_logging_is_off if {
	not recorded([object.union(basic("All", ["arn:aws:s3"]), {"enable_logging": false})])
	not recorded([])
}

test_another_type if {
	not data_events.recorded("AWS::DynamoDB::Table") with input._.recorders as [basic("All", ["arn:aws:s3"])]
	not data_events.recorded("AWS::DynamoDB::Table") with input._.recorders as [advanced([])]
}

test_advanced if {
	recorded([advanced([])])
	recorded([arn("starts_with", ["arn:aws:s3:::other/", "ref:self.arn/"])])
	not recorded([arn("starts_with", ["arn:aws:s3:::other/"])])
	not recorded([arn("ends_with", [".txt"])])
	not recorded([advanced([{"field": "eventName", "equals": ["GetObject"]}])])
	not recorded([advanced([null])])
	not recorded([{"enable_logging": true, "advanced_event_selector": [{"field_selector": [{"field": "eventCategory", "equals": ["Management"]}]}]}])
}

test_advanced_read_only if {
	reads := advanced([{"field": "readOnly", "equals": ["true"]}])
	writes := advanced([{"field": "readOnly", "equals": ["false"]}])
	not recorded([reads])
	not recorded([writes])
	recorded([reads, writes])
	recorded([writes, basic("ReadOnly", ["arn:aws:s3"])])
}

test_exclusions if {
	recorded([arn("not_starts_with", ["ref:aws_s3_bucket.arn/", "arn:aws:s3:::logs/"])])
	not recorded([arn("not_starts_with", ["ref:self.arn/"])])
	not recorded([arn("not_starts_with", ["ref:self.arn/private/"])])
	not recorded([arn("not_starts_with", ["arn:aws:s3:::"])])
	not recorded([arn("not_equals", ["ref:self.arn/"])])
	not recorded([arn("not_ends_with", [".txt"])])
}

test_a_beginning_of_a_name_may_include if {
	perhaps([arn("starts_with", ["arn:aws:s3:::clinic-"])])
	perhaps([basic("All", ["arn:aws:s3:::clinic-"])])
	perhaps([arn("not_starts_with", ["arn:aws:s3:::clinic-"])])
	not perhaps([arn("starts_with", ["arn:aws:s3:::other/"])])
	not perhaps([arn("starts_with", ["ref:self.arn/"])])
	not perhaps([])
}

table := "AWS::DynamoDB::Table"

of_tables(source, trail) := {"_": {"source": source, "recorders": [trail]}}

in_tables(operator, value) := {"enable_logging": true, "advanced_event_selector": [{"field_selector": [
	{"field": "eventCategory", "equals": ["Data"]},
	{"field": "resources.type", "equals": [table]},
	{"field": "resources.ARN", operator: [value]},
]}]}

test_another_table_by_its_whole_name if {
	other := "arn:aws:dynamodb:us-east-1:111122223333:table/other"
	basic_one := {"enable_logging": true, "event_selector": [{"read_write_type": "All", "data_resource": [{"type": table, "values": [other]}]}]}
	every trail in [basic_one, in_tables("equals", other)] {
		data_events.perhaps_recorded(table) with input as of_tables("code", trail)
		not data_events.perhaps_recorded(table) with input as of_tables("live", trail)
	}
	data_events.perhaps_recorded(table) with input as of_tables("live", in_tables("starts_with", other))
	data_events.perhaps_recorded(table) with input as of_tables("code", in_tables("not_equals", other))
	data_events.recorded(table) with input as of_tables("live", in_tables("not_equals", other))
	data_events.perhaps_recorded(table) with input as of_tables("live", in_tables("not_starts_with", other))
}
