package ai.whatsflow.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.whatsflow.gateway.directory.Tier;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;

class RouteTableTests {

    private final RouteTable table = Routes.shipped();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sign-ups, IDENTITY, ANYONE",
        "/api/v1/me, IDENTITY, SIGNED_IN",
        "/api/v1/accounts/7/suspend, IDENTITY, SIGNED_IN",
        "/api/v1/employees, IDENTITY, STAFF",
        "/api/v1/users/7, IDENTITY, SIGNED_IN",
        "/api/v1/api-keys/7, IDENTITY, SIGNED_IN",
        "/api/v1/permission-sets, IDENTITY, SIGNED_IN",
        "/api/v1/public/packages, BILLING, ANYONE",
        "/api/v1/packages/7, BILLING, SIGNED_IN",
        "/api/v1/purchases, BILLING, SIGNED_IN",
        "/api/v1/payments/payhere/notify, BILLING, ANYONE",
        "/api/v1/payments/7/confirm, BILLING, SIGNED_IN",
        "/api/v1/payments/payhere, BILLING, SIGNED_IN",
        "/api/v1/wallet/recharges, BILLING, SIGNED_IN",
        "/api/v1/subscription, BILLING, SIGNED_IN",
        "/api/v1/invoices/7, BILLING, SIGNED_IN",
        "/api/v1/ledger/trial-balance, BILLING, STAFF",
        "/api/v1/credit-limits/7, BILLING, STAFF",
        "/api/v1/voucher-batches/7/codes, VOUCHER, STAFF",
        "/api/v1/redemptions, VOUCHER, SIGNED_IN",
        "/api/v1/commission-plans/7, PAYOUT, STAFF_AND_DEALERS",
        "/api/v1/commissions/summary, PAYOUT, STAFF_AND_DEALERS",
        "/api/v1/payouts/7/approve, PAYOUT, STAFF_AND_DEALERS",
        "/api/v1/messages/7, MESSAGING, SIGNED_IN",
        "/api/v1/message-batches, MESSAGING, SIGNED_IN",
        "/api/v1/message-quota, MESSAGING, SIGNED_IN",
        "/api/v1/instances/7/qr, INSTANCE, SIGNED_IN",
        "/api/v1/contacts/7/block, CONTACT, SIGNED_IN",
        "/api/v1/contact-groups/7/members, CONTACT, SIGNED_IN",
        "/api/v1/servers/7/maintenance, REGISTRY, STAFF"
    })
    void sendsEveryOperationToItsServiceForThoseWhoMay(String path, ServiceName service, Access access) {
        ApiRoute route = table.find(path);

        assertThat(route).isNotNull();
        assertThat(route.service()).isEqualTo(service);
        assertThat(route.openTo()).isEqualTo(access);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v2/messages",
                "/API/v1/messages",
                "/api/v1/Messages",
                "/api/v1/messagesx",
                "/api/v1/public",
                "/api/v1/public/other",
                "/actuator/health",
                "/internal/v1/jwks.json",
                "/node-api/v1/events",
                "/api/v1/internal/v1/api-key-tokens"
            })
    void routesNothingElse(String path) {
        assertThat(table.find(path)).isNull();
    }

    @Test
    void marksStreamsAndLeavesTheirNeighboursAlone() {
        assertThat(table.find("/api/v1/messages/stream").stream()).isTrue();
        assertThat(table.find("/api/v1/instances/7/events").stream()).isTrue();
        assertThat(table.find("/api/v1/servers/stream").stream()).isTrue();
        assertThat(table.find("/api/v1/messages/streams").stream()).isFalse();
        assertThat(table.find("/api/v1/instances//events").stream()).isFalse();
    }

    @Test
    void limitsBodiesByRoute() {
        assertThat(table.find("/api/v1/messages").body()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(table.find("/api/v1/message-batches").body()).isEqualTo(DataSize.ofMegabytes(4));
        assertThat(table.find("/api/v1/contacts/bulk").body()).isEqualTo(DataSize.ofMegabytes(4));
        assertThat(table.find("/api/v1/contacts").body()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(table.find("/api/v1/payments/payhere/notify").body()).isEqualTo(DataSize.ofKilobytes(64));
    }

    @Test
    void offersOnlyTheMethodsOfOpenRoutes() {
        assertThat(table.find("/api/v1/sign-ups").offers(HttpMethod.GET)).isFalse();
        assertThat(table.find("/api/v1/sign-ups").offers(HttpMethod.POST)).isTrue();
    }

    @Test
    void admitsTiersAsTheTableSays() {
        assertThat(Set.of(Tier.values())).filteredOn(Access.STAFF::admits).containsOnly(Tier.OWNER, Tier.EMPLOYEE);
        assertThat(Set.of(Tier.values()))
                .filteredOn(Access.STAFF_AND_DEALERS::admits)
                .containsOnly(Tier.OWNER, Tier.EMPLOYEE, Tier.SUBDEALER);
        assertThat(Set.of(Tier.values())).filteredOn(Access.SIGNED_IN::admits).hasSize(4);
        assertThat(Access.ANYONE.needsToken()).isFalse();
    }

    @Test
    void refusesARowOutsideTheApi() {
        assertThatThrownBy(() -> row("/internal/v1/jwks.json")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row("/api/v1/")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void prefersTheRowWithMoreSegmentsAndLiteralOnes() {
        RouteTable rows = new RouteTable(List.of(row("/api/v1/a/*"), row("/api/v1/a"), row("/api/v1/a/b")));

        assertThat(rows.find("/api/v1/a/b").name()).isEqualTo("a/b");
        assertThat(rows.find("/api/v1/a/c").name()).isEqualTo("a/*");
        assertThat(rows.find("/api/v1/a").name()).isEqualTo("a");
        assertThat(rows.find("/api/v1/a/").name()).isEqualTo("a");
    }

    private static ApiRoute row(String path) {
        return new ApiRoute(
                path,
                ServiceName.IDENTITY,
                Access.SIGNED_IN,
                Set.of(),
                Set.of(),
                DataSize.ofMegabytes(1),
                "standard",
                false,
                null);
    }
}
