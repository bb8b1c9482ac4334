package awstest

import (
	"archive/zip"
	"bytes"

	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

func soundLambda(e *estate) {
	e.function("records", &types.VpcConfig{SubnetIds: []string{"subnet-0123456789abcdef0"}, SecurityGroupIds: []string{"sg-0123456789abcdef0"}}, nil)
	c := lambda.NewFromConfig(e.config)
	must[*lambda.PutFunctionConcurrencyOutput](e)(c.PutFunctionConcurrency(e.ctx, &lambda.PutFunctionConcurrencyInput{FunctionName: str("records"), ReservedConcurrentExecutions: i32(20)}))
	e.permission("records", &lambda.AddPermissionInput{Principal: str("s3.amazonaws.com"), SourceArn: str("arn:aws:s3:::clinic-intake")})
}

func brokenLambda(e *estate) {
	e.function("leak", nil, map[string]string{"DB_PASSWORD": "correct-horse"})
	e.permission("leak", &lambda.AddPermissionInput{Principal: str("*")})
}

// function handles PHI. The emulator forgets the key of its environment.
func (e *estate) function(name string, vpc *types.VpcConfig, variables map[string]string) {
	role := "function-" + name
	e.role(role, statement(`"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"`+e.account+`"}}`), nil)
	var code bytes.Buffer
	if err := zip.NewWriter(&code).Close(); err != nil {
		e.t.Fatal(err)
	}
	in := &lambda.CreateFunctionInput{
		FunctionName: &name, Role: str("arn:aws:iam::" + e.account + ":role/" + role), Runtime: types.RuntimePython313, Handler: str("main.handler"),
		Code: &types.FunctionCode{ZipFile: code.Bytes()}, VpcConfig: vpc, Tags: map[string]string{"DataClass": "PHI"},
	}
	if vpc != nil {
		in.DeadLetterConfig = &types.DeadLetterConfig{TargetArn: str("arn:aws:sqs:" + Region + ":" + e.account + ":orders-in")}
	}
	if variables != nil {
		in.Environment = &types.Environment{Variables: variables}
	}
	must[*lambda.CreateFunctionOutput](e)(lambda.NewFromConfig(e.config).CreateFunction(e.ctx, in))
}

func (e *estate) permission(function string, in *lambda.AddPermissionInput) {
	in.FunctionName, in.StatementId, in.Action = &function, str("caller"), str("lambda:InvokeFunction")
	must[*lambda.AddPermissionOutput](e)(lambda.NewFromConfig(e.config).AddPermission(e.ctx, in))
	e.names["aws_lambda_permission."+function+" caller"] = "aws_lambda_permission." + function
}
