package ai.whatsflow.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whom and what the story is about: each run makes its own people, so that it can be told again. */
public final class Story {

    /** What instance-service answers until it has heard of a package. */
    private static final Set<String> NOT_HEARD_YET = Set.of("device-limit-reached", "entitlement-pending");

    static final String PASSWORD = "Correct-Horse-7-Battery";

    final Place place;
    final Http http = Http.plain();
    final MailBox mail;
    final Session owner;

    /** Makes names and numbers of this run its own. */
    final String run = Long.toString(ThreadLocalRandom.current().nextLong(36L * 36 * 36 * 36 * 36 * 36), 36);

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Session> people = new HashMap<>();
    private @Nullable StatusWatch watch;

    public Story(Place place) {
        this.place = place;
        mail = new MailBox(place, http);
        owner = Session.person(place, http, "owner@whatsflow.local", place.password("owner"));
    }

    /** The eleven steps, in order. */
    public static List<Step> steps() {
        return List.of(
                new OpenTheShop(),
                new RegisterCustomer(),
                new RunOutOfTrial(),
                new BuyThePackage(),
                new AccrueCommission(),
                new LinkDevices(),
                new SendToGroup(),
                new KillNode(),
                new PayOut(),
                new UseApiKey(),
                new KeepTenantsApart());
    }

    public Place place() {
        return place;
    }

    public Http http() {
        return http;
    }

    public Session owner() {
        return owner;
    }

    /** Tells what this story made from what other ones did. */
    public String run() {
        return run;
    }

    public String email(String who) {
        return who + "-" + run + "@demo.whatsflow.local";
    }

    void remember(String name, String id) {
        ids.put(name, id);
    }

    String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new StepFailure("no earlier step made the " + name);
        }
        return id;
    }

    Session person(String who) {
        Session session = people.get(who);
        if (session == null) {
            throw new StepFailure(who + " has not signed in");
        }
        return session;
    }

    /** Who is in already, or comes in now: a mailed link works once. */
    public Session welcome(String who) {
        Session known = people.get(who);
        return known == null ? letIn(who) : known;
    }

    /** Follows the mailed link, chooses a password and signs in. */
    public Session letIn(String who) {
        new OneTimeLink().choosePassword(mail.awaitLink(email(who)), PASSWORD);
        Session session = Session.person(place, http, email(who), PASSWORD);
        people.put(who, session);
        return session;
    }

    void watch(StatusWatch opened) {
        watch = opened;
    }

    StatusWatch watch() {
        StatusWatch open = watch;
        if (open == null) {
            throw new StepFailure("nobody watches the statuses");
        }
        return open;
    }

    /** A phone number of a range in Sri Lanka that this run has for itself. */
    public String phone(int number) {
        return "+9477%07d".formatted((Math.floorMod(run.hashCode(), 5_000) * 2_000 + number) % 10_000_000);
    }

    /** A device's own number, outside the range of the recipients. */
    public String devicePhone(int number) {
        return "+9471%07d".formatted((Math.floorMod(run.hashCode(), 900_000) * 10 + number) % 10_000_000);
    }

    /** Makes a device, scans its code with that phone and waits until it is online; returns its id. */
    public String linkDevice(Session session, String name, String phone) {
        // instance-service hears of a new package from billing's event, a moment after it is bought.
        String id = Waiting.forValue("the package allows " + name, Duration.ofSeconds(30), () -> {
            Answer made = session.post("/api/v1/instances", Map.of("name", name, "engine", "simulated"));
            return NOT_HEARD_YET.contains(made.problem())
                    ? null
                    : made.expect(201).at("/instanceId");
        });
        String code = Waiting.forValue("a QR code of " + name, Duration.ofSeconds(30), () -> {
            Answer qr = session.get("/api/v1/instances/" + id + "/qr");
            return qr.status() == 200 ? qr.at("/code") : null;
        });
        http.post(place.simulator() + "/simulator/v1/phones/" + Http.encode(phone) + "/scans", Map.of("qr", code))
                .expect(201);
        Waiting.until(
                name + " is online",
                Duration.ofSeconds(30),
                () -> state(session, id).equals("ONLINE"));
        return id;
    }

    static String state(Session session, String instanceId) {
        return session.get("/api/v1/instances/" + instanceId).at("/state");
    }

    public JsonNode counts(String sender) {
        return http.get(place.simulator() + "/simulator/v1/counts?sender=" + Http.encode(sender))
                .expect(200)
                .json();
    }

    public static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "LKR");
    }

    static String amount(JsonNode money) {
        return money.path("amount").asString("") + " " + money.path("currency").asString("");
    }

    static String someId() {
        return UUID.randomUUID().toString();
    }
}
