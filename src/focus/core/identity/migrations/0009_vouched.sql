-- The organisation whose identity provider vouched for the person; null: his own passkey did, or the session was
-- opened before this was kept and stands in that organisation. It stays when he goes over to another post.
alter table identity.session add column vouched_by uuid;
