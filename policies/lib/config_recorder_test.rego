package hipaactl.lib.config_recorder_test

import data.hipaactl.lib.config_recorder

test_complete if {
	config_recorder.complete({})
	config_recorder.complete({"recording_group": []})
	config_recorder.complete({"recording_group": [{"all_supported": true}]})
	not config_recorder.complete({"recording_group": [{"all_supported": false}]})
	not config_recorder.complete({"recording_group": [{}]})
}
