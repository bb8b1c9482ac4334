package aws

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html
var (
	getFunctionConcurrency = operation{service: "lambda", name: "GetFunctionConcurrency", absent: []string{"ResourceNotFoundException"}}
	listAsynchronous       = operation{service: "lambda", name: "ListFunctionEventInvokeConfigs", absent: []string{"ResourceNotFoundException"}}
)

// reservedConcurrency is a function's own limit, -1 where it has none, as the provider writes it.
// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
func reservedConcurrency(ctx context.Context, p *place, client *lambda.Client, name string) (any, read) {
	out, r, err := get(ctx, p, getFunctionConcurrency, name, client.GetFunctionConcurrency, &lambda.GetFunctionConcurrencyInput{FunctionName: &name})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	} else if err != nil {
		return missing(), r
	}
	return or(out.ReservedConcurrentExecutions, -1), r
}

// readAsynchronous reads where each function, and its versions and aliases, send the events that they fail on.
func readAsynchronous(ctx context.Context, p *place) {
	client := lambda.NewFromConfig(p.config())
	all, err := functions(ctx, p)
	p.lost(listFunctions, "", err)
	forEach(ctx, all, func(ctx context.Context, f found[types.FunctionConfiguration]) {
		name := or(f.one.FunctionName, "")
		pages := lambda.NewListFunctionEventInvokeConfigsPaginator(client, &lambda.ListFunctionEventInvokeConfigsInput{FunctionName: &name})
		err := listPages(ctx, p, listAsynchronous, name, pages, func(page *lambda.ListFunctionEventInvokeConfigsOutput, r read) {
			for _, c := range page.FunctionEventInvokeConfigs {
				id, qualifier := name, qualifierOf(c.FunctionArn)
				if q, ok := qualifier.(string); ok {
					id += ":" + q
				}
				p.emit(item{typ: "aws_lambda_function_event_invoke_config", name: id, read: r, attrs: attrs{
					"id": id, "function_name": name, "qualifier": qualifier, "region": p.region, "destination_config": destinations(c.DestinationConfig),
					"maximum_retry_attempts": optional(c.MaximumRetryAttempts), "maximum_event_age_in_seconds": optional(c.MaximumEventAgeInSeconds),
				}})
			}
		})
		p.lost(listAsynchronous, name, err)
	})
}

// qualifierOf is the version or alias that an ARN names, nil for the function itself.
func qualifierOf(arn *string) any {
	if arn == nil {
		return missing()
	}
	if parts := strings.Split(*arn, ":"); len(parts) > 7 && parts[7] != "$LATEST" {
		return parts[7]
	}
	return nil
}

func destinations(c *types.DestinationConfig) []attrs {
	if c == nil {
		return []attrs{}
	}
	failed, done := []attrs{}, []attrs{}
	if c.OnFailure != nil && or(c.OnFailure.Destination, "") != "" {
		failed = append(failed, attrs{"destination": *c.OnFailure.Destination})
	}
	if c.OnSuccess != nil && or(c.OnSuccess.Destination, "") != "" {
		done = append(done, attrs{"destination": *c.OnSuccess.Destination})
	}
	return []attrs{{"on_failure": failed, "on_success": done}}
}
