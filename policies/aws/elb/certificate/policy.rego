# METADATA
# title: Load balancers use certificates of ACM
# description: >-
#   ACM renews what it issued before it runs out, and nobody handles its private keys. A server certificate of IAM is renewed by
#   hand, by whoever has the key.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-server-cert.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html
# custom:
#   id: HIPAA-ELB-004
#   severity: medium
#   citations: ["164.312(e)(2)(ii)", "164.312(e)(1)", "164.312(d)"]
#   resources:
#     aws_lb_listener: {protocol: string, certificate_arn: string}
#     aws_elb: {listener: [{lb_protocol: string, ssl_certificate_id: string}]}
#   remediation: Reference an aws_acm_certificate as certificate_arn, or as ssl_certificate_id of a classic load balancer.
package hipaactl.aws.elb.certificate

encrypted(protocol) if upper(protocol) in {"HTTPS", "TLS", "SSL", "QUIC"}

# issued holds for the ARN of a certificate of ACM, or a reference to one.
issued(arn) if regex.match(`^(arn:[^:]*(ref:partition\.name)?:acm:|ref:aws_acm_certificate(_validation)?\.)`, arn)

# uploaded holds for the ARN of a server certificate of IAM, or a reference to one.
uploaded(arn) if regex.match(`^(arn:[^:]*(ref:partition\.name)?:iam:|ref:aws_iam_server_certificate\.)`, arn)

# certificates are those of encrypted listeners, by path.
certificates["certificate_arn"] := object.get(input, "certificate_arn", "") if encrypted(input.protocol)

certificates[sprintf("listener[%d].ssl_certificate_id", [i])] := object.get(listener, "ssl_certificate_id", "") if {
	some i, listener in input.listener
	encrypted(listener.lb_protocol)
}

protocol_of(path) := "protocol" if path == "certificate_arn"

protocol_of(path) := replace(path, "ssl_certificate_id", "lb_protocol") if path != "certificate_arn"

deny contains {"paths": [path, protocol_of(path)], "message": "the listener has no certificate"} if {
	some path, "" in certificates
}

deny contains {"paths": [path, protocol_of(path)], "message": "the certificate is a server certificate of IAM"} if {
	some path, certificate in certificates
	uploaded(certificate)
}

unknown contains {"paths": [path], "message": "whether the certificate is one of ACM"} if {
	some path, certificate in certificates
	certificate != ""
	not issued(certificate)
	not uploaded(certificate)
}

not_applicable contains {"paths": ["protocol", "listener[*].lb_protocol"], "message": "no listener uses TLS"} if count(certificates) == 0
