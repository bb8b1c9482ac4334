package hipaactl.lib.tag_words_test

import data.hipaactl.lib.tag_words

test_words if {
	tag_words.any({"tags_all": {"Name": "clinic-Public-a"}}, ["public"])
	tag_words.any({"tags_all": {"Tier": "dmz", "Name": "x"}}, ["public", "dmz"])
	not tag_words.any({"tags_all": {"public": "no", "Name": "republic"}}, ["public"])
	not tag_words.any({"tags_all": {"Name": null}}, ["public"])
	not tag_words.any({}, ["public"])
}
