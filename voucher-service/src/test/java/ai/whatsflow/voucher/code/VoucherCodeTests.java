package ai.whatsflow.voucher.code;

import static org.assertj.core.api.Assertions.assertThat;

import ai.whatsflow.platform.test.Seeds;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherCodeTests {
    @Test
    void drawsTwelveSymbolsOfTheAlphabetAndACheckSymbol() {
        Seeds.check(2_000, random -> {
            String canonical = VoucherCode.random(random).canonical();
            assertThat(canonical).hasSize(13).matches("[" + CodeAlphabet.SYMBOLS + "]{13}");
        });
    }

    @Test
    void usesEverySymbolAtEveryPlace() {
        Random random = new Random(7);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String canonical = VoucherCode.random(random).canonical();
            for (int place = 0; place < canonical.length(); place++) {
                seen.add(place + ":" + canonical.charAt(place));
            }
        }
        assertThat(seen).hasSize(13 * 32);
    }

    @Test
    void printsInGroupsAndReadsItsOwnPrint() {
        Seeds.check(500, random -> {
            VoucherCode code = VoucherCode.random(random);
            assertThat(code.printed()).matches("[^-]{4}-[^-]{4}-[^-]{4}-[^-]");
            assertThat(VoucherCode.read(code.printed())).contains(code);
        });
    }

    @Test
    void readsWhatPeopleMakeOfIt() {
        Seeds.check(500, random -> {
            VoucherCode code = VoucherCode.random(random);
            String typed = random.nextBoolean() ? code.printed() : code.canonical();
            assertThat(VoucherCode.read(sloppy(typed, random))).contains(code);
        });
    }

    @Test
    void findsEverySingleWrongSymbol() {
        Seeds.check(50, random -> {
            String good = VoucherCode.random(random).canonical();
            for (int place = 0; place < good.length(); place++) {
                for (char wrong : CodeAlphabet.SYMBOLS.toCharArray()) {
                    if (wrong != good.charAt(place)) {
                        assertUnreadable(good.substring(0, place) + wrong + good.substring(place + 1));
                    }
                }
            }
        });
    }

    @Test
    void findsEverySwapOfTwoSymbols() {
        Seeds.check(200, random -> {
            String good = VoucherCode.random(random).canonical();
            for (int left = 0; left < good.length(); left++) {
                for (int right = left + 1; right < good.length(); right++) {
                    if (good.charAt(left) != good.charAt(right)) {
                        assertUnreadable(swapped(good, left, right));
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "0000",
                "0000-0000-0000",
                "0000-0000-0000-00",
                "UUUU-UUUU-UUUU-U",
                "٠000-0000-0000-0",
                "🂡"
            })
    void readsNothingElse(String typed) {
        assertUnreadable(typed);
    }

    @Test
    void keepsItselfOutOfLogs() {
        VoucherCode code = VoucherCode.random(new Random(1));
        assertThat(code).hasToString("VoucherCode[…]");
    }

    private static void assertUnreadable(String typed) {
        assertThat(VoucherCode.read(typed)).as(typed).isEmpty();
    }

    private static String swapped(String text, int left, int right) {
        StringBuilder swapped = new StringBuilder(text);
        swapped.setCharAt(left, text.charAt(right));
        swapped.setCharAt(right, text.charAt(left));
        return swapped.toString();
    }

    private static String sloppy(String typed, Random random) {
        StringBuilder sloppy = new StringBuilder();
        for (char symbol : typed.toCharArray()) {
            String alike = symbol == '0' ? "0Oo" : symbol == '1' ? "1IiLl" : String.valueOf(symbol);
            char chosen = alike.charAt(random.nextInt(alike.length()));
            String text = String.valueOf(chosen);
            sloppy.append(random.nextBoolean() ? text : text.toLowerCase(Locale.ROOT));
            if (random.nextInt(5) == 0) {
                sloppy.append(random.nextBoolean() ? ' ' : '-');
            }
        }
        return sloppy.toString();
    }
}
