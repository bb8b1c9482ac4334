package aws_test

import "testing"

func TestTransferServers(t *testing.T) {
	s := &fake{answers: answers{
		"ListServers": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"NextToken":"2","Servers":[{"ServerId":"s-1","Arn":"a1","EndpointType":"VPC"},{"ServerId":"s-2","Arn":"a2","EndpointType":"PUBLIC"}]}`
			}
			return `{"Servers":[{"ServerId":"s-3","Arn":"a3","EndpointType":"PUBLIC"},{"ServerId":"gone","Arn":"a4","EndpointType":"PUBLIC"}]}`
		},
		"DescribeServer": func(in ask) string {
			return map[string]string{
				"s-1": `{"Server":{"Arn":"a1","Protocols":["SFTP","FTPS"],"StructuredLogDestinations":["l"],"SecurityPolicyName":"TransferSecurityPolicy-2024-01","Tags":[{"Key":"DataClass","Value":"PHI"}]}}`,
				"s-2": `{"Server":{"Arn":"a2","LoggingRole":"r"}}`, "s-3": "error AccessDeniedException", "gone": "error ResourceNotFoundException",
			}[in.Get("ServerId")]
		},
	}}
	server, unknown := "aws_transfer_server ", "unknown: transfer:DescribeServer: the answer does not hold what aws_transfer_server."
	s.audit(t, []string{"aws_transfer_server"}).check(t, map[string]map[string]any{
		server + "s-1": {
			"endpoint_type": "VPC", "protocols": []any{"FTPS", "SFTP"}, "logging_role": nil, "structured_log_destinations": []any{"l"},
			"security_policy_name": "TransferSecurityPolicy-2024-01", "tags_all": map[string]any{"DataClass": "PHI"},
		},
		server + "s-2": {"logging_role": "r", "structured_log_destinations": []any{}, "protocols": unknown + "protocols is made from", "security_policy_name": unknown + "security_policy_name is made from"},
		server + "s-3": {"endpoint_type": "PUBLIC", "unread": "transfer:DescribeServer"},
	})
}
