package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"
)

func soundCompute(e *estate) {
	e.template("viewer", false, types.LaunchTemplateHttpTokensStateRequired, "")
	e.image("viewer", types.LaunchPermission{UserId: str("444455556666")})
}

func brokenCompute(e *estate) {
	e.template("kiosk", true, types.LaunchTemplateHttpTokensStateOptional, "IyEvYmluL2Jhc2gKZXhwb3J0IERCX1BBU1NXT1JEPWNvcnJlY3QtaG9yc2UK")
	e.image("kiosk", types.LaunchPermission{Group: types.PermissionGroupAll})
}

func (e *estate) template(name string, public bool, tokens types.LaunchTemplateHttpTokensState, data string) {
	in := &types.RequestLaunchTemplateData{
		ImageId: str("ami-12c6146b"), MetadataOptions: &types.LaunchTemplateInstanceMetadataOptionsRequest{HttpTokens: tokens},
		NetworkInterfaces: []types.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest{{AssociatePublicIpAddress: &public}},
	}
	if !public {
		in.Monitoring = &types.LaunchTemplatesMonitoringRequest{Enabled: yes()}
		in.IamInstanceProfile = &types.LaunchTemplateIamInstanceProfileSpecificationRequest{Name: &name}
	}
	if data != "" {
		in.UserData = &data
	}
	t := must[*ec2.CreateLaunchTemplateOutput](e)(ec2.NewFromConfig(e.config).CreateLaunchTemplate(e.ctx, &ec2.CreateLaunchTemplateInput{LaunchTemplateName: &name, LaunchTemplateData: in}))
	e.names["aws_launch_template."+*t.LaunchTemplate.LaunchTemplateId] = "aws_launch_template." + name
}

// image is one of the emulator's own, which does not say whether its disks are encrypted.
func (e *estate) image(name string, share types.LaunchPermission) {
	c := ec2.NewFromConfig(e.config)
	i := must[*ec2.RegisterImageOutput](e)(c.RegisterImage(e.ctx, &ec2.RegisterImageInput{Name: &name, RootDeviceName: str("/dev/xvda")}))
	must[*ec2.ModifyImageAttributeOutput](e)(c.ModifyImageAttribute(e.ctx, &ec2.ModifyImageAttributeInput{
		ImageId: i.ImageId, LaunchPermission: &types.LaunchPermissionModifications{Add: []types.LaunchPermission{share}},
	}))
	e.names["aws_ami."+*i.ImageId] = "aws_ami." + name
	for _, with := range []string{"all", "444455556666"} {
		e.names["aws_ami_launch_permission."+*i.ImageId+" "+with] = "aws_ami_launch_permission." + name
	}
}
