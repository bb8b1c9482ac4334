package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

func (e *estate) document(name string) {
	must[*ssm.CreateDocumentOutput](e)(ssm.NewFromConfig(e.config).CreateDocument(e.ctx, &ssm.CreateDocumentInput{
		Name: &name, DocumentType: types.DocumentTypeCommand, DocumentFormat: types.DocumentFormatJson,
		Content: str(`{"schemaVersion":"2.2","description":"Restarts the portal","mainSteps":[{"action":"aws:runShellScript","name":"restart","inputs":{"runCommand":["systemctl restart portal"]}}]}`),
	}))
}

func soundSSM(e *estate) {
	must[*ssm.PutParameterOutput](e)(ssm.NewFromConfig(e.config).PutParameter(e.ctx, &ssm.PutParameterInput{
		Name: str("/clinic/db_password"), Type: types.ParameterTypeSecureString, KeyId: str(e.key("parameters", e.ownerPolicy(), true)), Value: str("only-in-the-emulator"),
	}))
	e.names["aws_ssm_parameter./clinic/db_password"] = "aws_ssm_parameter.db_password"
	e.document("restart")
}

func brokenSSM(e *estate) {
	c := ssm.NewFromConfig(e.config)
	must[*ssm.PutParameterOutput](e)(c.PutParameter(e.ctx, &ssm.PutParameterInput{Name: str("/portal/api_key"), Type: types.ParameterTypeString, Value: str("only-in-the-emulator")}))
	e.names["aws_ssm_parameter./portal/api_key"] = "aws_ssm_parameter.api_key"
	e.document("shared")
	must[*ssm.ModifyDocumentPermissionOutput](e)(c.ModifyDocumentPermission(e.ctx, &ssm.ModifyDocumentPermissionInput{
		Name: str("shared"), PermissionType: types.DocumentPermissionTypeShare, AccountIdsToAdd: []string{"All"},
	}))
}
