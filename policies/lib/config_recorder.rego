# What recorders of AWS Config record.
package hipaactl.lib.config_recorder

# complete holds for a recorder of all types that Config knows. Without a group it is one.
# https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
complete(recorder) if count(object.get(recorder, "recording_group", [])) == 0

complete(recorder) if {
	some group in recorder.recording_group
	group.all_supported
}
