package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

// Tags are asked for function by function: GetFunction has them too, but also
// a link to the code, which nobody needs here.
// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
var (
	listFunctions    = operation{service: "lambda", name: "ListFunctions"}
	listFunctionTags = operation{service: "lambda", name: "ListTags"}
)

func lambdaParts() []part {
	return []part{
		{types: []string{"aws_lambda_function"}, uses: []operation{listFunctions, listFunctionTags, getFunctionConcurrency}, run: readFunctions},
		{types: []string{"aws_lambda_function_event_invoke_config"}, uses: []operation{listFunctions, listAsynchronous}, run: readAsynchronous},
		{types: []string{"aws_lambda_permission"}, uses: []operation{listFunctions, listFunctionAliases, getFunctionPolicy}, run: readFunctionPermissions},
		{types: []string{"aws_lambda_function_url"}, uses: []operation{listFunctions, listFunctionURLs}, run: readFunctionURLs},
	}
}

func functions(ctx context.Context, p *place) ([]found[types.FunctionConfiguration], error) {
	pages := lambda.NewListFunctionsPaginator(lambda.NewFromConfig(p.config()), &lambda.ListFunctionsInput{})
	return everything(ctx, p, listFunctions, pages, func(o *lambda.ListFunctionsOutput) []types.FunctionConfiguration { return o.Functions })
}

func readFunctions(ctx context.Context, p *place) {
	client := lambda.NewFromConfig(p.config())
	all, err := functions(ctx, p)
	p.lost(listFunctions, "", err)
	forEach(ctx, all, func(ctx context.Context, f found[types.FunctionConfiguration]) {
		it := item{typ: "aws_lambda_function", name: or(f.one.FunctionName, ""), arn: or(f.one.FunctionArn, ""), read: f.read, attrs: functionAttrs(f.one)}
		out, r, err := get(ctx, p, listFunctionTags, it.name, client.ListTags, &lambda.ListTagsInput{Resource: f.one.FunctionArn})
		if isGone(err) {
			return
		}
		it.reads = map[string]read{"tags_all": r}
		if failure := asFailure(err); failure != nil {
			p.lostOne(r, failure)
			it.attrs["tags_all"] = failure
		} else {
			it.attrs["tags_all"] = out.Tags
		}
		it.attrs["reserved_concurrent_executions"], it.reads["reserved_concurrent_executions"] = reservedConcurrency(ctx, p, client, it.name)
		p.emit(it)
	})
}

// functionAttrs examines the values of the environment, which are often secrets. What is optional is only returned where it is configured; a function from an image has no
// runtime.
// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
func functionAttrs(f types.FunctionConfiguration) attrs {
	vpc, dead, tracing := []attrs{}, []attrs{}, []attrs{}
	if c := f.VpcConfig; c != nil && or(c.VpcId, "") != "" {
		vpc = append(vpc, attrs{"vpc_id": *c.VpcId, "subnet_ids": texts(c.SubnetIds), "security_group_ids": texts(c.SecurityGroupIds)})
	}
	if d := f.DeadLetterConfig; d != nil && or(d.TargetArn, "") != "" {
		dead = append(dead, attrs{"target_arn": *d.TargetArn})
	}
	if t := f.TracingConfig; t != nil {
		tracing = append(tracing, attrs{"mode": t.Mode})
	}
	environment := []attrs{}
	if e := f.Environment; e != nil {
		variables := attrs{}
		for name, value := range e.Variables {
			variables[name] = examined{name, value}
		}
		environment = append(environment, attrs{"variables": variables})
		if e.Error != nil || e.Variables == nil {
			environment[0]["variables"] = missing()
		}
	}
	return attrs{
		"environment":   environment,
		"function_name": f.FunctionName, "id": f.FunctionName, "arn": f.FunctionArn, "runtime": optional(f.Runtime), "role": f.Role,
		"package_type": f.PackageType, "kms_key_arn": optional(f.KMSKeyArn), "vpc_config": vpc, "dead_letter_config": dead, "tracing_config": tracing,
	}
}
