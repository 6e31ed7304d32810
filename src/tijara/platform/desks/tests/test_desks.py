"""Lists that somebody named for himself, and notes beside a thing: whose they are."""

import threading

import pytest
from django.db import connection

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, SELLER_ROLES, STAFF_ROLES
from tijara.platform.action import NotAllowed
from tijara.platform.audit.models import AuditEntry
from tijara.platform.desks.actions import (
    NoteInvalid,
    NotYourNote,
    TooManyViews,
    ViewGone,
    ViewInvalid,
    ViewNameTaken,
    change_view,
    drop_view,
    keep_view,
    move_view,
    share_view,
    withdraw_note,
    write_note,
)
from tijara.platform.desks.actions.keep_view import MOST
from tijara.platform.desks.queries import notes_about, saved_view, saved_views

pytestmark = pytest.mark.django_db(transaction=True)


def clerk(seller_id=None, person_id=None) -> Actor:
    return Actor(
        ActorKind.SELLER, person_id or new_id(), seller_id or new_id(), SELLER_ROLES["clerk"]
    )


def keep(actor: Actor, name: str, *, view_id=None, table="orders", **given):
    view_id = view_id or new_id()
    told = {"query": "view=new", "columns": ("due", "buyer")} | given
    keep_view(actor=actor, view_id=view_id, table=table, name=name, **told)
    return view_id


def names(actor: Actor, table: str = "orders") -> list[str]:
    return [one.name for one in saved_views(actor, table)]


class TestAView:
    def test_is_kept_with_what_it_asks_for_and_its_columns(self):
        me = clerk()
        view_id = keep(me, "  طلبات \u202eاليوم ")
        (found,) = saved_views(me, "orders")
        assert (found.id, found.name, found.query) == (view_id, "طلبات اليوم", "view=new")
        assert found.columns == ("due", "buyer") and saved_views(me, "stock") == []

    def test_is_everybodys_at_the_desk_while_it_is_shared_and_only_its_makers_to_change(self):
        desk = new_id()
        me, colleague, stranger = clerk(desk), clerk(desk), clerk()
        view_id = keep(me, "Ours")
        keep(colleague, "Mine")
        share_view(actor=me, view_id=view_id, is_shared=True)
        assert names(colleague) == ["Mine", "Ours"] and names(stranger) == []
        assert not saved_view(colleague, view_id).is_own
        for act, told in (
            (change_view, {"name": "x"}),
            (move_view, {"is_later": True}),
            (share_view, {"is_shared": False}),
        ):
            with pytest.raises(ViewGone):
                act(actor=colleague, view_id=view_id, **told)
        drop_view(actor=colleague, view_id=view_id)
        assert names(me) == ["Ours"]
        share_view(actor=me, view_id=view_id, is_shared=False)
        assert names(colleague) == ["Mine"]

    def test_that_was_left_behind_is_cleared_up_by_who_leads_the_desk(self):
        me = clerk()
        owner = Actor(ActorKind.SELLER, new_id(), me.owner_id, SELLER_ROLES["owner"])
        private, shared = keep(me, "Private"), keep(me, "Shared")
        share_view(actor=me, view_id=shared, is_shared=True)
        for view_id in (private, shared):
            drop_view(actor=owner, view_id=view_id)
        assert names(me) == ["Private"]

    def test_is_its_persons_at_this_desk_alone(self):
        me = clerk()
        view_id = keep(me, "Mine")
        colleague = clerk(me.owner_id)
        elsewhere = clerk(person_id=me.person_id)
        staff = Actor(ActorKind.STAFF, me.person_id, powers=STAFF_ROLES["support"])
        for other in (colleague, elsewhere, staff):
            assert saved_views(other, "orders") == [] and saved_view(other, view_id) is None
            with pytest.raises(ViewGone):
                change_view(actor=other, view_id=view_id, name="Theirs")
            with pytest.raises(ViewGone):
                move_view(actor=other, view_id=view_id, is_later=True)
            drop_view(actor=other, view_id=view_id)
        assert names(me) == ["Mine"]

    def test_that_is_sent_twice_is_one(self):
        me = clerk()
        view_id = keep(me, "Cash")
        keep(me, "Cash", view_id=view_id)
        assert names(me) == ["Cash"]

    def test_has_a_name_of_its_own_in_its_list(self):
        me = clerk()
        keep(me, "Cash")
        second = keep(me, "Card")
        with pytest.raises(ViewNameTaken):
            keep(me, " Cash")
        with pytest.raises(ViewNameTaken):
            change_view(actor=me, view_id=second, name="Cash")
        keep(me, "Cash", table="stock")
        assert names(me) == ["Cash", "Card"]

    @pytest.mark.parametrize("name", ["", "\u200f \u202e", "ك" * 41])
    def test_without_a_fitting_name_is_refused(self, name):
        with pytest.raises(ViewInvalid):
            keep(clerk(), name)

    def test_is_changed_in_the_parts_that_are_told(self):
        me = clerk()
        view_id = keep(me, "Cash")
        change_view(actor=me, view_id=view_id, query="pay=card")
        change_view(actor=me, view_id=view_id, columns=["total"])
        change_view(actor=me, view_id=view_id, name="Card")
        found = saved_view(me, view_id)
        assert (found.name, found.query, found.columns) == ("Card", "pay=card", ("total",))

    def test_moves_one_place_and_stays_at_the_ends(self):
        me = clerk()
        first, _second, third = (keep(me, name) for name in "abc")
        move_view(actor=me, view_id=third, is_later=False)
        assert names(me) == ["a", "c", "b"]
        move_view(actor=me, view_id=first, is_later=False)
        move_view(actor=me, view_id=first, is_later=True)
        assert names(me) == ["c", "a", "b"]
        drop_view(actor=me, view_id=first)
        drop_view(actor=me, view_id=first)
        assert names(me) == ["c", "b"]

    def test_is_one_of_a_few_however_many_are_kept_at_once(self):
        me = clerk()
        for number in range(MOST - 1):
            keep(me, f"{number}")
        refused = []

        def keeps(name: str) -> None:
            try:
                keep(me, name)
            except TooManyViews as refusal:
                refused.append(refusal)
            finally:
                connection.close()

        threads = [threading.Thread(target=keeps, args=(name,)) for name in "xyz"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(names(me)) == MOST and len(refused) == 2

    def test_is_for_those_who_work_at_a_desk(self):
        with pytest.raises(NotAllowed):
            keep(Actor(ActorKind.BUYER, new_id(), new_id(), BUYER_POWERS), "Mine")


class TestANote:
    def test_is_read_by_everybody_at_its_desk_and_nobody_elsewhere(self):
        me, about = clerk(), new_id()
        write_note(actor=me, note_id=new_id(), about_id=about, text="اتصلت به\r\nولم يجب")
        (found,) = notes_about(clerk(me.owner_id), about)
        assert (found.text, found.person_id) == ("اتصلت به\nولم يجب", me.person_id)
        staff = Actor(ActorKind.STAFF, me.person_id, powers=STAFF_ROLES["support"])
        assert notes_about(clerk(), about) == notes_about(staff, about) == []
        assert notes_about(me, new_id()) == []

    def test_that_is_sent_twice_is_one(self):
        me, about, note_id = clerk(), new_id(), new_id()
        for _time in range(2):
            write_note(actor=me, note_id=note_id, about_id=about, text="مرة")
        assert len(notes_about(me, about)) == 1

    @pytest.mark.parametrize("text", ["", " \n\u200f", "ك" * 1001])
    def test_without_words_or_with_too_many_is_refused(self, text):
        with pytest.raises(NoteInvalid):
            write_note(actor=clerk(), note_id=new_id(), about_id=new_id(), text=text)

    def test_is_withdrawn_by_its_writer_alone_and_its_words_are_gone(self):
        me, about, note_id = clerk(), new_id(), new_id()
        write_note(actor=me, note_id=note_id, about_id=about, text="لا أثق به")
        for other in (clerk(me.owner_id), clerk(person_id=me.person_id)):
            with pytest.raises(NotYourNote):
                withdraw_note(actor=other, note_id=note_id)
        withdraw_note(actor=me, note_id=note_id)
        (found,) = notes_about(me, about)
        moment = found.withdrawn_at
        assert found.text == "" and moment is not None
        withdraw_note(actor=me, note_id=note_id)
        assert notes_about(me, about)[0].withdrawn_at == moment

    def test_is_an_act_in_the_trail_without_its_words(self):
        me, about, note_id = clerk(), new_id(), new_id()
        write_note(actor=me, note_id=note_id, about_id=about, text="رقمه 0551234567")
        (entry,) = AuditEntry.objects.filter(owner_id=me.owner_id)
        assert entry.action == "desks.write_note" and entry.person_id == me.person_id
        assert entry.facts == {"note_id": str(note_id), "about_id": str(about)}
