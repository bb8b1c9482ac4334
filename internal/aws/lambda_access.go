package aws

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

var (
	listFunctionAliases = operation{service: "lambda", name: "ListAliases", absent: []string{"ResourceNotFoundException"}}
	getFunctionPolicy   = operation{service: "lambda", name: "GetPolicy", absent: []string{"ResourceNotFoundException"}}
	listFunctionURLs    = operation{service: "lambda", name: "ListFunctionUrlConfigs", absent: []string{"ResourceNotFoundException"}}
)

// readFunctionPermissions reads who may invoke each function. Its aliases have policies
// of their own. Versions may have them as well, but are not asked: there can be thousands.
func readFunctionPermissions(ctx context.Context, p *place) {
	client := lambda.NewFromConfig(p.config())
	all, err := functions(ctx, p)
	p.lost(listFunctions, "", err)
	forEach(ctx, all, func(ctx context.Context, f found[types.FunctionConfiguration]) {
		name := or(f.one.FunctionName, "")
		qualifiers := []*string{nil}
		err := listPages(ctx, p, listFunctionAliases, name, lambda.NewListAliasesPaginator(client, &lambda.ListAliasesInput{FunctionName: &name}), func(page *lambda.ListAliasesOutput, _ read) {
			for _, a := range page.Aliases {
				qualifiers = append(qualifiers, a.Name)
			}
		})
		p.lost(listFunctionAliases, name, err)
		for _, qualifier := range qualifiers {
			target := name
			if qualifier != nil {
				target += ":" + *qualifier
			}
			out, r, err := get(ctx, p, getFunctionPolicy, target, client.GetPolicy, &lambda.GetPolicyInput{FunctionName: &name, Qualifier: qualifier})
			if err != nil {
				p.lost(getFunctionPolicy, target, err)
				continue
			}
			permissions, ok := functionPermissions(or(out.Policy, ""))
			if !ok {
				p.lost(getFunctionPolicy, target, &failure{op: getFunctionPolicy, kind: "unreadable"})
			}
			for _, a := range permissions {
				a["function_name"], a["qualifier"], a["region"] = name, optional(qualifier), p.region
				id, _ := a["statement_id"].(string)
				p.emit(item{typ: "aws_lambda_permission", name: target + " " + id, read: r, attrs: a})
			}
		}
	})
}

// permission is a statement of a function's policy.
type permission struct {
	Sid, Effect string
	Action      any
	Principal   any
	Condition   map[string]map[string]any
}

// limits are the arguments of a permission that become conditions of its statement.
// Source: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
var limits = map[string]string{
	"aws:sourcearn": "source_arn", "aws:sourceaccount": "source_account", "aws:principalorgid": "principal_org_id",
	"lambda:functionurlauthtype": "function_url_auth_type", "lambda:eventsourcetoken": "event_source_token",
}

// functionPermissions are the statements that allow something, one for each principal,
// false where the policy is none. A condition that AddPermission does not make is not
// among them, so that it excuses nothing.
func functionPermissions(policy string) ([]attrs, bool) {
	var doc struct{ Statement []permission }
	if err := json.Unmarshal([]byte(policy), &doc); err != nil || len(doc.Statement) == 0 {
		return nil, false
	}
	var out []attrs
	for _, s := range doc.Statement {
		who := principals(s.Principal)
		if len(who) == 0 {
			return out, false
		}
		for _, principal := range who {
			if s.Effect == "Deny" {
				continue
			}
			a := attrs{"statement_id": s.Sid, "principal": principal, "action": strings.Join(members(s.Action), ",")}
			for _, argument := range limits {
				a[argument] = nil
			}
			for operator, keys := range s.Condition {
				for key, v := range keys {
					argument, values := limits[strings.ToLower(key)], members(v)
					if argument != "" && len(values) == 1 && slices.Contains([]string{"StringEquals", "StringLike", "ArnEquals", "ArnLike"}, operator) {
						a[argument] = values[0]
					}
				}
			}
			out = append(out, a)
		}
	}
	return out, true
}

// principals are those whom a statement names, of whatever kind.
func principals(v any) []string {
	kinds, ok := v.(map[string]any)
	if !ok {
		return members(v)
	}
	var out []string
	for _, of := range kinds {
		out = append(out, members(of)...)
	}
	slices.Sort(out)
	return out
}

// members are the texts of what is written as one or as a list.
func members(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, one := range v {
			out = append(out, members(one)...)
		}
		return out
	}
	return nil
}

// readFunctionURLs reads the URLs of each function and of its aliases.
func readFunctionURLs(ctx context.Context, p *place) {
	client := lambda.NewFromConfig(p.config())
	all, err := functions(ctx, p)
	p.lost(listFunctions, "", err)
	forEach(ctx, all, func(ctx context.Context, f found[types.FunctionConfiguration]) {
		name := or(f.one.FunctionName, "")
		pages := lambda.NewListFunctionUrlConfigsPaginator(client, &lambda.ListFunctionUrlConfigsInput{FunctionName: &name})
		err := listPages(ctx, p, listFunctionURLs, name, pages, func(page *lambda.ListFunctionUrlConfigsOutput, r read) {
			for _, u := range page.FunctionUrlConfigs {
				id := name
				var qualifier any
				if parts := strings.Split(or(u.FunctionArn, ""), ":"); len(parts) > 7 {
					id, qualifier = name+":"+parts[7], parts[7]
				}
				p.emit(item{typ: "aws_lambda_function_url", name: id, read: r, attrs: attrs{
					"function_name": name, "function_arn": u.FunctionArn, "qualifier": qualifier, "authorization_type": u.AuthType, "function_url": u.FunctionUrl,
					"invoke_mode": optional(u.InvokeMode), "region": p.region,
				}})
			}
		})
		p.lost(listFunctionURLs, name, err)
	})
}
