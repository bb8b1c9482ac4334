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

// preferences are those of Session Manager, with the inputs given as members of an object. A
// Region has them once: an account that is filled twice keeps the later ones.
func (e *estate) preferences(inputs string) {
	c, name := ssm.NewFromConfig(e.config), str("SSM-SessionManagerRunShell")
	_, _ = c.DeleteDocument(e.ctx, &ssm.DeleteDocumentInput{Name: name}) // there are none at first
	must[*ssm.CreateDocumentOutput](e)(c.CreateDocument(e.ctx, &ssm.CreateDocumentInput{
		Name: name, DocumentType: types.DocumentTypeSession, DocumentFormat: types.DocumentFormatJson,
		Content: str(`{"schemaVersion":"1.0","description":"How sessions are kept","sessionType":"Standard_Stream","inputs":{` + inputs + `}}`),
	}))
}

func soundSSM(e *estate) {
	must[*ssm.PutParameterOutput](e)(ssm.NewFromConfig(e.config).PutParameter(e.ctx, &ssm.PutParameterInput{
		Name: str("/clinic/db_password"), Type: types.ParameterTypeSecureString, KeyId: str(e.key("parameters", e.ownerPolicy(), true)), Value: str("only-in-the-emulator"),
	}))
	e.names["aws_ssm_parameter./clinic/db_password"] = "aws_ssm_parameter.db_password"
	e.document("restart")
	e.preferences(`"kmsKeyId":"alias/sessions","cloudWatchLogGroupName":"sessions","idleSessionTimeout":"15"`)
}

func brokenSSM(e *estate) {
	c := ssm.NewFromConfig(e.config)
	must[*ssm.PutParameterOutput](e)(c.PutParameter(e.ctx, &ssm.PutParameterInput{Name: str("/portal/api_key"), Description: str("Asked for by J. Roe, MRN " + "48" + "239" + "91"), Type: types.ParameterTypeString, Value: str("only-in-the-emulator")}))
	e.names["aws_ssm_parameter./portal/api_key"] = "aws_ssm_parameter.api_key"
	e.document("shared")
	e.preferences(`"kmsKeyId":"","s3BucketName":"","idleSessionTimeout":"20"`)
	must[*ssm.ModifyDocumentPermissionOutput](e)(c.ModifyDocumentPermission(e.ctx, &ssm.ModifyDocumentPermissionInput{
		Name: str("shared"), PermissionType: types.DocumentPermissionTypeShare, AccountIdsToAdd: []string{"All"},
	}))
}
