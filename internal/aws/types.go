package aws

import "strings"

// notLive are types that only code has. Live, the same thing is read as another type.
var notLive = map[string]string{
	"aws_security_group_rule":        "rules stand in their aws_security_group",
	"aws_iam_policy_attachment":      "attachments are aws_iam_role_policy_attachment and its siblings",
	"aws_iam_organizations_features": "aws_iam_account_summary shows what is left of root",
}

func isAWS(typ string) bool { return strings.HasPrefix(typ, "aws_") }
