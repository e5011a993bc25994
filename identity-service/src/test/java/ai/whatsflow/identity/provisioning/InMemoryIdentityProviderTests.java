package ai.whatsflow.identity.provisioning;

class InMemoryIdentityProviderTests extends IdentityProviderContract {

    private final InMemoryIdentityProvider provider = new InMemoryIdentityProvider();

    @Override
    protected IdentityProvider provider() {
        return provider;
    }
}
