package hipaactl.github.webhooks_test

import data.hipaactl.github.webhooks

denials(hook) := found if found := count(webhooks.deny) with input as {"active": true, "configuration": [hook]}

test_secure if denials({"url": "https://hooks.example.com/", "insecure_ssl": false, "secret": "********"}) == 0

test_insecure if {
	denials({"url": "http://hooks.example.com/", "insecure_ssl": false, "secret": "********"}) == 1
	denials({"url": "https://hooks.example.com/", "insecure_ssl": true, "secret": "********"}) == 1
	denials({"url": "https://hooks.example.com/", "insecure_ssl": false}) == 1
}

test_off if count(webhooks.not_applicable) == 1 with input as {"active": false}
