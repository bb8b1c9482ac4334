package hipaactl.lib.listener_test

import data.hipaactl.lib.listener

to(protocol) := {"type": "redirect", "redirect": [{"protocol": protocol}]}

test_redirects if {
	listener.redirects([to("HTTPS")])
	listener.redirects([{"type": "authenticate-oidc"}, to("https")])
	not listener.redirects([to("HTTP")])
	not listener.redirects([to("#{protocol}")])
	not listener.redirects([{"type": "redirect", "redirect": [{}]}])
	not listener.redirects([{"type": "forward"}, {"type": "fixed-response"}])
	not listener.redirects([])
}
