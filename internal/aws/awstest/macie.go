package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/macie2"
	"github.com/aws/aws-sdk-go-v2/service/macie2/types"
)

func (e *estate) macie(status types.MacieStatus) {
	must[*macie2.EnableMacieOutput](e)(macie2.NewFromConfig(e.config).EnableMacie(e.ctx, &macie2.EnableMacieInput{Status: status}))
}

func soundMacie(e *estate) { e.macie(types.MacieStatusEnabled) }

func brokenMacie(e *estate) { e.macie(types.MacieStatusPaused) }
