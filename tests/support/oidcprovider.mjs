// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A real OpenID provider on 127.0.0.1 for tst_oauthprovider: wants PKCE with S256, rotates refresh tokens. Prints its
// address and, from then on, one line for every grant. Ends with its standard input.
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.join(process.argv[2], 'package.json'));
const { default: Provider } = await import(pathToFileURL(require.resolve('oidc-provider')).href);

const redirect_uris = ['http://127.0.0.1/callback'];
const grant_types = ['authorization_code', 'refresh_token'];
const server = http.createServer();
server.listen(0, '127.0.0.1', () => {
    const address = `http://127.0.0.1:${server.address().port}`;
    const provider = new Provider(address, {
        clients: [
            { client_id: 'public', token_endpoint_auth_method: 'none', application_type: 'native', grant_types, redirect_uris },
            { client_id: 'confidential', client_secret: 'app-secret', token_endpoint_auth_method: 'client_secret_post',
              application_type: 'native', grant_types, redirect_uris },
        ],
        pkce: { required: () => true },
        scopes: ['openid', 'users.read', 'teams.read'],
        issueRefreshToken: () => true,
        rotateRefreshToken: true,
        ttl: { AccessToken: 5, RefreshToken: 3600, Session: 3600, Grant: 3600, Interaction: 600, IdToken: 600, AuthorizationCode: 30 },
        features: { devInteractions: { enabled: true } },
        cookies: { keys: ['test'] },
    });
    const say = (word, error) => console.log(`${word} ${error?.error ?? ''} ${error?.error_description ?? ''}`.trim());
    provider.on('grant.success', (context) => say(`granted ${context.oidc.params.grant_type}`));
    provider.on('grant.error', (context, error) => say('refused', error));
    provider.on('authorization.error', (context, error) => say('page-error', error));
    provider.on('server_error', (context, error) => say(`server-error ${error.message}`));
    server.on('request', provider.callback());
    console.log(`listening ${address}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
