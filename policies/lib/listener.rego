# What several policies ask of the listeners of load balancers. They declare of
# default_action, or action of a rule: [{type: string, redirect: [{protocol: string}]}].
package hipaactl.lib.listener

# redirects holds for actions that send the client to HTTPS. The protocol stays as it
# was where a redirect names none.
# https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html
redirects(actions) if {
	some action in actions
	action.type == "redirect"
	some redirect in action.redirect
	upper(redirect.protocol) == "HTTPS"
}
