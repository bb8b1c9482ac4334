package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/efs"
	efstypes "github.com/aws/aws-sdk-go-v2/service/efs/types"
	"github.com/aws/aws-sdk-go-v2/service/transfer"
	transfertypes "github.com/aws/aws-sdk-go-v2/service/transfer/types"
)

// fileSystem is the ID of the account's only file system.
func (e *estate) fileSystem() *string {
	return must[*efs.DescribeFileSystemsOutput](e)(efs.NewFromConfig(e.config).DescribeFileSystems(e.ctx, &efs.DescribeFileSystemsInput{})).FileSystems[0].FileSystemId
}

func (e *estate) accessPoint(label string, user *efstypes.PosixUser, path string) {
	out := must[*efs.CreateAccessPointOutput](e)(efs.NewFromConfig(e.config).CreateAccessPoint(e.ctx, &efs.CreateAccessPointInput{
		ClientToken: &label, FileSystemId: e.fileSystem(), PosixUser: user, RootDirectory: &efstypes.RootDirectory{Path: &path},
	}))
	e.names["aws_efs_access_point."+*out.AccessPointId] = "aws_efs_access_point." + label
}

func (e *estate) transferServer(label string, in *transfer.CreateServerInput) {
	out := must[*transfer.CreateServerOutput](e)(transfer.NewFromConfig(e.config).CreateServer(e.ctx, in))
	e.names["aws_transfer_server."+*out.ServerId] = "aws_transfer_server." + label
}

func soundFiles(e *estate) {
	id := e.fileSystem()
	must[*efs.PutFileSystemPolicyOutput](e)(efs.NewFromConfig(e.config).PutFileSystemPolicy(e.ctx, &efs.PutFileSystemPolicyInput{FileSystemId: id, Policy: str(
		`{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}`)}))
	e.names["aws_efs_file_system_policy."+*id], e.names["aws_efs_backup_policy."+*id] = "aws_efs_file_system_policy.charts", "aws_efs_backup_policy.charts"
	e.accessPoint("charts", &efstypes.PosixUser{Uid: i64(1000), Gid: i64(1000)}, "/charts")
	e.transferServer("results", &transfer.CreateServerInput{
		Protocols: []transfertypes.Protocol{transfertypes.ProtocolSftp}, EndpointType: transfertypes.EndpointTypeVpc, SecurityPolicyName: str("TransferSecurityPolicy-2024-01"),
		StructuredLogDestinations: []string{"arn:aws:logs:" + Region + ":" + e.account + ":log-group:transfer:*"},
		Tags:                      []transfertypes.Tag{{Key: str("DataClass"), Value: str("PHI")}, {Key: str("HIPAA"), Value: str("true")}},
	})
}

func brokenFiles(e *estate) {
	e.accessPoint("root", nil, "/")
	e.transferServer("ftp", &transfer.CreateServerInput{
		Protocols: []transfertypes.Protocol{transfertypes.ProtocolFtp}, EndpointType: transfertypes.EndpointTypePublic, SecurityPolicyName: str("TransferSecurityPolicy-2018-11"),
	})
}
