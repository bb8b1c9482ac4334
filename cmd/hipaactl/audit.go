package main

import (
	"github.com/spf13/cobra"
)

func newAudit(p process) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "audit",
		Short: "Judge live accounts, repositories and organizations",
		Long: `Audit reads accounts of AWS, or repositories and organizations of GitHub, as they are, and
judges them by the rules that judge code. It only ever reads: operations that could change
anything are refused before they are sent.`,
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newAuditAWS(p, runAuditAWS), newAuditGitHub(p, runAuditGitHub))
	return cmd
}
