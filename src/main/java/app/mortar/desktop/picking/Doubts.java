package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.widget.Formats;
import app.mortar.fulfilment.PickAnswer;
import app.mortar.fulfilment.PickList;

/** What is wrong with a pack, what to do with it, and where the right one is. */
final class Doubts {
    private Doubts() {}

    static Says of(PickAnswer answer, Formats formats) {
        return switch (answer) {
            case PickAnswer.WrongBatch wrong -> wrongBatch(wrong, formats);
            case PickAnswer.WrongProduct wrong ->
                Says.stop(
                        Texts.of("pick.wrong-product"),
                        wrong.name() == null
                                ? Texts.of("pick.wrong-product-unknown")
                                : Texts.of("pick.wrong-product-why", wrong.name()));
            case PickAnswer.Doubt doubt -> doubt(doubt.verdict(), formats);
            case PickAnswer other -> Says.remark("");
        };
    }

    private static Says wrongBatch(PickAnswer.WrongBatch wrong, Formats formats) {
        PickList.Line line = wrong.line();
        PickAnswer.Taken taken = wrong.taken();
        String first = Texts.of(
                "pick.goes-first", line.batchNumber(), formats.date(line.expiryDate()), line.missing(), shelf(line));
        String said = taken.expiryDate() == null
                ? taken.batchNumber()
                : taken.batchNumber() + " (" + formats.date(taken.expiryDate()) + ")";
        String title = taken.why() == PickAnswer.Why.GOES_LATER ? "pick.put-back" : "pick.put-back-bad";
        return Says.stop(Texts.of(title), Texts.of("pick.why." + taken.why(), said) + " " + first);
    }

    private static Says doubt(PickList.Verdict verdict, Formats formats) {
        return switch (verdict) {
            case PickList.Verdict.BatchNotSaid not ->
                Says.remarkOn(
                        Texts.of("pick.batch-not-said"),
                        Texts.of(
                                "pick.batch-not-said-why",
                                not.line().batchNumber(),
                                formats.date(not.line().expiryDate())));
            case PickList.Verdict.OtherExpiry other ->
                Says.stop(
                        Texts.of("pick.other-expiry", other.line().batchNumber()),
                        Texts.of(
                                "pick.other-expiry-why",
                                formats.date(other.line().expiryDate())));
            case PickList.Verdict.TooMany many ->
                Says.warning(
                        Texts.of("pick.too-many", many.over()),
                        Texts.of(
                                "pick.too-many-why",
                                many.line().name(),
                                many.line().quantity()));
            case PickList.Verdict other -> Says.remark("");
        };
    }

    static String shelf(PickList.Line line) {
        return line.shelf() == null ? Texts.of("pick.no-shelf") : Texts.of("pick.shelf", line.shelf());
    }
}
