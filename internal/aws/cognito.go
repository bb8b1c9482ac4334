package aws

import (
	"context"

	sdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
)

// What is not found was deleted since it was listed.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
var (
	listUserPools          = operation{service: "cognito-idp", name: "ListUserPools"}
	describeUserPool       = operation{service: "cognito-idp", name: "DescribeUserPool", absent: []string{"ResourceNotFoundException"}}
	listUserPoolClients    = operation{service: "cognito-idp", name: "ListUserPoolClients", absent: []string{"ResourceNotFoundException"}}
	describeUserPoolClient = operation{service: "cognito-idp", name: "DescribeUserPoolClient", absent: []string{"ResourceNotFoundException"}}
)

func cognitoParts() []part {
	return []part{
		{types: []string{"aws_cognito_user_pool"}, uses: []operation{listUserPools, describeUserPool}, run: readUserPools},
		{types: []string{"aws_cognito_user_pool_client"}, uses: []operation{listUserPools, listUserPoolClients, describeUserPoolClient}, run: readUserPoolClients},
	}
}

func (p *place) cognito() *cognitoidentityprovider.Client {
	return cognitoidentityprovider.NewFromConfig(p.config())
}

// userPool is a pool as it is listed, which says its id and name.
type userPool struct {
	id   string
	name *string
	read read
}

// userPools lists a Region's pools once; what failed is a gap of the part.
func userPools(ctx context.Context, p *place) []userPool {
	all, err := once(p, "user pools", func() (all []userPool, err error) {
		pages := cognitoidentityprovider.NewListUserPoolsPaginator(p.cognito(), &cognitoidentityprovider.ListUserPoolsInput{MaxResults: sdk.Int32(60)})
		err = listPages(ctx, p, listUserPools, "", pages, func(page *cognitoidentityprovider.ListUserPoolsOutput, r read) {
			for _, pool := range page.UserPools {
				all = append(all, userPool{or(pool.Id, ""), pool.Name, r})
			}
		})
		return all, err
	})
	p.lost(listUserPools, "", err)
	return all
}

func readUserPools(ctx context.Context, p *place) {
	forEach(ctx, userPools(ctx, p), func(ctx context.Context, pool userPool) {
		out, r, err := get(ctx, p, describeUserPool, pool.id, p.cognito().DescribeUserPool, &cognitoidentityprovider.DescribeUserPoolInput{UserPoolId: &pool.id})
		if isAbsent(err) {
			return
		}
		arn := p.arn("cognito-idp", "userpool/"+pool.id)
		it := item{typ: "aws_cognito_user_pool", name: pool.id, arn: arn, read: r, unread: asFailure(err), attrs: attrs{}}
		p.lostOne(r, err)
		if err == nil && out.UserPool != nil {
			it.attrs = poolAttrs(out.UserPool)
		}
		it.attrs["id"], it.attrs["arn"], it.attrs["name"], it.attrs["region"] = pool.id, arn, pool.name, p.region
		p.emit(it)
	})
}

// poolAttrs have no add-ons for a pool whose threat protection was never set. A pool
// always has a password policy.
// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
func poolAttrs(pool *types.UserPoolType) attrs {
	a := attrs{
		"mfa_configuration": pool.MfaConfiguration, "deletion_protection": pool.DeletionProtection, "tags_all": pool.UserPoolTags,
		"user_pool_add_ons": []attrs{}, "password_policy": missing(),
	}
	if ons := pool.UserPoolAddOns; ons != nil {
		a["user_pool_add_ons"] = []attrs{{"advanced_security_mode": ons.AdvancedSecurityMode}}
	}
	if pool.Policies != nil && pool.Policies.PasswordPolicy != nil {
		a["password_policy"] = []attrs{{"minimum_length": pool.Policies.PasswordPolicy.MinimumLength}}
	}
	return a
}

func readUserPoolClients(ctx context.Context, p *place) {
	forEach(ctx, userPools(ctx, p), func(ctx context.Context, pool userPool) {
		var clients []types.UserPoolClientDescription
		pages := cognitoidentityprovider.NewListUserPoolClientsPaginator(p.cognito(), &cognitoidentityprovider.ListUserPoolClientsInput{UserPoolId: &pool.id, MaxResults: sdk.Int32(60)})
		err := listPages(ctx, p, listUserPoolClients, pool.id, pages, func(page *cognitoidentityprovider.ListUserPoolClientsOutput, _ read) {
			clients = append(clients, page.UserPoolClients...)
		})
		p.lost(listUserPoolClients, pool.id, err)
		for _, client := range clients {
			p.userPoolClient(ctx, pool.id, or(client.ClientId, ""), client.ClientName)
		}
	})
}

// userPoolClient leaves out the client's secret.
func (p *place) userPoolClient(ctx context.Context, pool, id string, name *string) {
	in := &cognitoidentityprovider.DescribeUserPoolClientInput{UserPoolId: &pool, ClientId: &id}
	out, r, err := get(ctx, p, describeUserPoolClient, pool+"/"+id, p.cognito().DescribeUserPoolClient, in)
	if isAbsent(err) {
		return
	}
	it := item{typ: "aws_cognito_user_pool_client", name: id, read: r, unread: asFailure(err), attrs: attrs{}}
	p.lostOne(r, err)
	if err == nil && out.UserPoolClient != nil {
		it.attrs = clientAttrs(out.UserPoolClient)
	}
	it.attrs["id"], it.attrs["name"], it.attrs["user_pool_id"], it.attrs["region"] = id, name, pool, p.region
	p.emit(it)
}

// clientAttrs are how long tokens are valid, 0 where the client says nothing, which is an
// hour for an access token.
// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
func clientAttrs(c *types.UserPoolClientType) attrs {
	a := attrs{
		"access_token_validity": or(c.AccessTokenValidity, 0), "id_token_validity": or(c.IdTokenValidity, 0), "refresh_token_validity": c.RefreshTokenValidity,
		"enable_token_revocation": optional(c.EnableTokenRevocation), "token_validity_units": []attrs{},
	}
	if u := c.TokenValidityUnits; u != nil {
		a["token_validity_units"] = []attrs{{"access_token": optional(u.AccessToken), "id_token": optional(u.IdToken), "refresh_token": optional(u.RefreshToken)}}
	}
	return a
}
