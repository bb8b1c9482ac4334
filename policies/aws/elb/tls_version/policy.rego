# METADATA
# title: Load balancers accept TLS 1.2 or newer
# description: TLS 1.0 and 1.1 have known flaws and are no longer approved, and a load balancer that accepts them lets a client be talked down to them.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html
# custom:
#   id: HIPAA-ELB-003
#   severity: high
#   citations: ["164.312(e)(2)(ii)", "164.312(e)(1)", "164.312(e)(2)(i)"]
#   nprm: ["164.312(b)(2)"]
#   resources:
#     aws_lb_listener: {protocol: string, ssl_policy: string}
#     aws_lb_ssl_negotiation_policy: {attribute: &settings [{name: string, value: string}]}
#     aws_load_balancer_policy: {policy_type_name: string, policy_attribute: *settings}
#   params:
#     minimum: {type: number, default: 1.2, unit: version of TLS, stricter: higher, source: NIST SP 800-52 Rev. 2}
#   remediation: Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06 or a newer one, and Reference-Security-Policy of a classic load balancer to ELBSecurityPolicy-TLS-1-2-2017-01.
package hipaactl.aws.elb.tls_version

# lowest is the oldest version of TLS that a predefined security policy permits. Its name
# tells; the names that hold nothing but a date permit TLS 1.0 (see the tables linked above).
lowest(policy) := to_number(sprintf("1.%s", [match[1]])) if {
	some match in regex.find_all_string_submatch_n(`^ELBSecurityPolicy-(?:TLS13|TLS|FS)-1-([0-3])-`, policy, 1)
}

lowest(policy) := 1 if regex.match(`^ELBSecurityPolicy-(FS-)?20\d\d-\d\d$`, policy)

# protocols are the settings of a custom policy of a classic load balancer, with their versions.
protocols := {"Protocol-SSLv2": 0, "Protocol-SSLv3": 0, "Protocol-TLSv1": 1, "Protocol-TLSv1.1": 1.1, "Protocol-TLSv1.2": 1.2}

encrypts if upper(input.protocol) in {"HTTPS", "TLS"}

# negotiation names the list of settings of a classic load balancer's policy.
negotiation := {"aws_lb_ssl_negotiation_policy": "attribute", "aws_load_balancer_policy": "policy_attribute"}[input._.type]

other_kind if input.policy_type_name != "SSLNegotiationPolicyType"

versions[i] := protocols[setting.name] if {
	some i, setting in input[negotiation]
	lower(setting.value) == "true"
}

versions[i] := lowest(setting.value) if {
	some i, setting in input[negotiation]
	setting.name == "Reference-Security-Policy"
}

deny contains {"paths": ["ssl_policy", "protocol"], "message": permits(lowest(input.ssl_policy))} if {
	encrypts
	lowest(input.ssl_policy) < data.params.minimum
}

deny contains {"paths": [sprintf("%s[%d]", [negotiation, i]), "policy_type_name"], "message": permits(version)} if {
	not other_kind
	some i, version in versions
	version < data.params.minimum
}

permits(version) := sprintf("the security policy permits %s", [{0: "SSL", 1: "TLS 1.0", 1.1: "TLS 1.1", 1.2: "TLS 1.2"}[version]])

unknown contains {"paths": ["ssl_policy"], "message": "which versions of TLS the security policy permits"} if {
	encrypts
	not told
}

told if lowest(input.ssl_policy)

unknown contains {"paths": [negotiation], "message": "which versions of TLS the settings permit"} if {
	not other_kind
	count(versions) == 0
}

not_applicable contains {"paths": ["protocol"], "message": "the listener does not use TLS"} if {
	input._.type == "aws_lb_listener"
	not encrypts
}

not_applicable contains {"paths": ["policy_type_name"], "message": "it does not set how TLS is negotiated"} if {
	other_kind
}
